package org.evenhand.analytics.counts;

/**
 * How many ratings of one ordinal there are under a value of a dimension.
 *
 * @param stratum job family and level; the same for all where strata are taken together
 */
record Level(String dimension, String value, String stratum, Scale scale, int ordinal, long n) {}
