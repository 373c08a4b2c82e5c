package org.evenhand.policy.content;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name that other parts of the version, reviews and reports refer to. */
@Pattern(regexp = "^[A-Za-z][A-Za-z0-9_-]{0,63}$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {

  String message() default
      "must be a letter followed by letters, digits, '-' or '_', at most 64 in all";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
