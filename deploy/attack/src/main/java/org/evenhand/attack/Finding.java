package org.evenhand.attack;

/**
 * Something that must not be.
 *
 * @param kind what sort of thing, so that many of one sort are counted as one
 * @param where the request, or the figures
 * @param what was seen
 */
public record Finding(String kind, String where, String what) {}
