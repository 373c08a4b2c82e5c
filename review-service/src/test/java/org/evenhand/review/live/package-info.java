/** A small company that lives through a cycle over HTTP, for tests of all that happens in it. */
package org.evenhand.review.live;
