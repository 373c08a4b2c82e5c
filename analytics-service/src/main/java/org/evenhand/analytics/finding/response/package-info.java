/**
 * What people see of findings and judgements, and the joint response that they give: HTTP, who may
 * know of which, and the words. Nothing outside refers to it.
 */
@NullMarked
package org.evenhand.analytics.finding.response;

import org.jspecify.annotations.NullMarked;
