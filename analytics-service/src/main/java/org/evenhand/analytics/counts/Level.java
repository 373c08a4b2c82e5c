package org.evenhand.analytics.counts;

/**
 * How many ratings of one ordinal there are under a value of a dimension, strata taken together.
 */
record Level(String dimension, String value, Scale scale, int ordinal, long n) {}
