/** The API as its document tells it. */
@NullMarked
package org.evenhand.attack.api;

import org.jspecify.annotations.NullMarked;
