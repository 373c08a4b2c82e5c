package org.evenhand.kit.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166-1, by its two letters: rules match by it, so none may be made up. */
@Pattern(regexp = CountryCode.FORM, message = "is not a country code of two capitals, such as NL")
@Constraint(validatedBy = CountryCode.Known.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CountryCode {

  /** What the document of the API can say of it. */
  String FORM = "^[A-Z]{2}$";

  String message() default "is not a country of ISO 3166-1 alpha-2";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says which code would be right, where that can be told. */
  final class Known implements ConstraintValidator<CountryCode, String> {

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      // A code of another form is refused by the pattern, so that no fault is reported twice.
      if (code == null || !code.matches(FORM)) {
        return true;
      }
      var fault = Countries.fault(code);
      fault.ifPresent(
          detail -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(detail).addConstraintViolation();
          });
      return fault.isEmpty();
    }
  }
}
