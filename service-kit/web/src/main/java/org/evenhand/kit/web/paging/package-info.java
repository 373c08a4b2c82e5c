/** Pages, cursors and the parameters of lists. */
@NullMarked
package org.evenhand.kit.web.paging;

import org.jspecify.annotations.NullMarked;
