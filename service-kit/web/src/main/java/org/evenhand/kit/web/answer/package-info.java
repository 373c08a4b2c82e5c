/**
 * How refusals and failures become answers. Nothing outside refers to it but the writer for routes
 * below JAX-RS.
 */
@NullMarked
package org.evenhand.kit.web.answer;

import org.jspecify.annotations.NullMarked;
