package org.evenhand.kit.web.problem;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.kit.web.problem.ViolationCode.SIZE;

import jakarta.validation.ConstraintViolation;

/** What kind of thing a constraint of Bean Validation finds. */
public final class ConstraintCode {

  private ConstraintCode() {}

  public static ViolationCode of(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> REQUIRED;
      case "Size", "Length" -> SIZE;
      case "Min",
          "Max",
          "DecimalMin",
          "DecimalMax",
          "Positive",
          "PositiveOrZero",
          "Past",
          "PastOrPresent",
          "Future",
          "FutureOrPresent" ->
          RANGE;
      case "UniqueElements" -> DUPLICATE;
      default -> MALFORMED;
    };
  }
}
