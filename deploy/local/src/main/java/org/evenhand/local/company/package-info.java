/** The sample company, read from its CSV files. */
@NullMarked
package org.evenhand.local.company;

import org.jspecify.annotations.NullMarked;
