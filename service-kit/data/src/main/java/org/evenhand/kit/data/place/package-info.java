/** Where people work: which days are free there, and when a day ends. */
@NullMarked
package org.evenhand.kit.data.place;

import org.jspecify.annotations.NullMarked;
