package org.evenhand.kit.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Words that say something: something of them shows, and they hold no control characters other than
 * line breaks and tabs, which only serve to hide text from a reader. One expression, because the
 * document of the API publishes it.
 */
@Pattern(regexp = Texts.WORDS)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  String message() default "must hold words, and no control characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
