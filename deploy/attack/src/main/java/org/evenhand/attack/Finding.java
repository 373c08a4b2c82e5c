package org.evenhand.attack;

/**
 * Something that must not happen.
 *
 * @param kind its sort, so that many of one sort count as one
 * @param where the request, or the figures
 * @param what was seen
 */
public record Finding(String kind, String where, String what) {}
