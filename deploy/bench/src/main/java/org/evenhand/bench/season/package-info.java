/** What the company owes in the course of a year: checks of each quarter, and training. */
@NullMarked
package org.evenhand.bench.season;

import org.jspecify.annotations.NullMarked;
