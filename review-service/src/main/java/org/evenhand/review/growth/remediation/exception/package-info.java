/** Plans that hr-lead let pass while the person was objecting to something, for auditors. */
@NullMarked
package org.evenhand.review.growth.remediation.exception;

import org.jspecify.annotations.NullMarked;
