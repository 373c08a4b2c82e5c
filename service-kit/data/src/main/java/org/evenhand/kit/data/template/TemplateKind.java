package org.evenhand.kit.data.template;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** A kind of template. One bean in each room that takes templates into drafts of its own. */
public interface TemplateKind {

  /** As paths and files say it, for example {@code CHARTER}. */
  String name();

  /** Where its files lie among the templates; with a slash at its end where it is a folder. */
  default String folder() {
    return "";
  }

  List<String> keys();

  /** The id of the operation that takes one into a draft. */
  String operation();

  /** The keys of those that the caller can take now. */
  Uni<List<String>> open(Mutiny.Session session);
}
