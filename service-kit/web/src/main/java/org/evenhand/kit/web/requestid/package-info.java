/** The id that a request carries through logs, traces and answers. */
@NullMarked
package org.evenhand.kit.web.requestid;

import org.jspecify.annotations.NullMarked;
