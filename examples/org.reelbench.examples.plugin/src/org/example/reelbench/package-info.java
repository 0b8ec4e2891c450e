/**
 * A third party's plugin: two effects and a subcommand. It is built against the published API only.
 */
package org.example.reelbench;
