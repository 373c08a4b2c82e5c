/** One JSON form for everything that is stored, hashed or sent. */
@NullMarked
package org.evenhand.kit.data.json;

import org.jspecify.annotations.NullMarked;
