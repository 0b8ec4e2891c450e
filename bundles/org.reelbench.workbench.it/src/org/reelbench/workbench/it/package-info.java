/**
 * Tests that drive the window as a person would. They run in the workbench itself, beside its UI thread.
 */
package org.reelbench.workbench.it;
