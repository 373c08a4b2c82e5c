package org.evenhand.kit.data.template;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** A kind that has a template for each constant, for what there is one of for each constant. */
public interface TemplatesByConstant<E extends Enum<E>> extends TemplateKind {

  Class<E> constants();

  /** Those for which nobody has written anything that the caller would take the place of. */
  Uni<? extends Collection<E>> unwritten(Mutiny.Session session);

  @Override
  default List<String> keys() {
    return Arrays.stream(constants().getEnumConstants()).map(TemplatesByConstant::key).toList();
  }

  @Override
  default Uni<List<String>> open(Mutiny.Session session) {
    return unwritten(session).map(left -> left.stream().map(TemplatesByConstant::key).toList());
  }

  default E constant(Template template) {
    return Arrays.stream(constants().getEnumConstants())
        .filter(each -> key(each).equals(template.key()))
        .findFirst()
        .orElseThrow();
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
