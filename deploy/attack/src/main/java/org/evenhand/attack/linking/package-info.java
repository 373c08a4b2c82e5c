/** What can be put together of what may be read. */
@NullMarked
package org.evenhand.attack.linking;

import org.jspecify.annotations.NullMarked;
