/**
 * A third party's plugin: two effects, a subcommand, a format of timelines, something that remembers. It is built against the
 * published API only.
 */
package org.example.reelbench;
