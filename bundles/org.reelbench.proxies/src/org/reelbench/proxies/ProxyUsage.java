package org.reelbench.proxies;

/**
 * What proxies take on the disk.
 *
 * @param count how many there are that are whole
 * @param bytes how much all of them take, those under way too
 * @param quotaBytes how much they may take
 */
public record ProxyUsage(int count, long bytes, long quotaBytes) {
}
