/**
 * What comes of development plans, and how feedback and recognition are given and received, by
 * group and unit; published once a year. Reads {@code evenhand.development}.
 */
@NullMarked
package org.evenhand.analytics.growth;

import org.jspecify.annotations.NullMarked;
