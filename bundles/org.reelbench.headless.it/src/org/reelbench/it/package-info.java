/**
 * Tests inside a framework: services that come and go, plugins dropped in while it runs. Each test finds and leaves the framework
 * as the product starts it.
 */
package org.reelbench.it;
