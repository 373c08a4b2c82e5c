package org.evenhand.analytics.publication;

/**
 * What is shown from now on of reviews that are alike.
 *
 * @param first from the how manieth of those with this change on, in one order; 1 is the first
 * @param last up to this one
 * @param asNow whether that is all that may ever be shown of what they are now
 */
record Shown(Change change, long first, long last, Share share, boolean asNow) {}
