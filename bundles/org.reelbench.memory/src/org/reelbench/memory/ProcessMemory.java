package org.reelbench.memory;

/**
 * What the system and the Java platform tell of the process at a moment. All in bytes; 0 where nobody tells, or where there is no
 * limit.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param processBytes physical memory of the process, as the system counts it
 * @param fileBytes the part of it that the system can read again from files: programs, libraries, mapped media
 * @param codeBytes classes, compiled code and the platform's own tables
 * @param heapBytes physical memory of the Java heap, an estimate: what it once needed of what it still holds
 * @param liveHeapBytes the heap in use after the last collection
 * @param maxHeapBytes the most that the heap may become
 * @param directBytes buffers outside the heap that Java allocated
 * @param maxDirectBytes the most that those may become
 * @param nativeBytes what native code says it holds
 * @param containerBytes what the container uses that cannot be dropped
 * @param containerLimitBytes the most that the container may use
 */
public record ProcessMemory(long processBytes, long fileBytes, long codeBytes, long heapBytes, long liveHeapBytes,
        long maxHeapBytes, long directBytes, long maxDirectBytes, long nativeBytes, long containerBytes,
        long containerLimitBytes) {
}
