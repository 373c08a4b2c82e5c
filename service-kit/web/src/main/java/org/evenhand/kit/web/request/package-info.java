/** What happens to every request: its id, the bound of its body. */
@NullMarked
package org.evenhand.kit.web.request;

import org.jspecify.annotations.NullMarked;
