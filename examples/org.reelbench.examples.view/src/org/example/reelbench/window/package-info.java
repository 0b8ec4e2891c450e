/**
 * What a plug-in may bring to the window: a view, a command with its key and menu entry, and a page of settings. All of it comes and
 * goes with the plug-in while the window is open.
 */
package org.example.reelbench.window;
