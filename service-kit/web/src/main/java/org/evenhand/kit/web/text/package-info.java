/** What a text is: the one form in which it is kept, and what none may hold. */
@NullMarked
package org.evenhand.kit.web.text;

import org.jspecify.annotations.NullMarked;
