/**
 * A hand for tests that start the whole program as a process: it uses the window and closes it. Part of no product.
 */
package org.reelbench.workbench.closing.it;
