package org.evenhand.review;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Words that say something: not blank, and without control characters other than line breaks and
 * tabs. PostgreSQL cannot store U+0000, and the others only serve to hide text from a reader.
 */
@Pattern(regexp = "(?s)(?=.*\\S)[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  String message() default "must hold words, and no control characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
