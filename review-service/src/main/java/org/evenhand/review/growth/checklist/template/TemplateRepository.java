package org.evenhand.review.growth.checklist.template;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads templates. There is one for each kind from the start, without items. */
@ApplicationScoped
public class TemplateRepository {

  public Uni<ChecklistTemplate> get(Mutiny.Session session, ChecklistKind kind) {
    return session
        .createSelectionQuery(
            "from ChecklistTemplate t where t.kind = :kind", ChecklistTemplate.class)
        .setParameter("kind", kind)
        .getSingleResult();
  }

  /** As {@link #get}; nobody else changes it until the transaction ends. */
  Uni<ChecklistTemplate> hold(Mutiny.Session session, ChecklistKind kind) {
    return session
        .createSelectionQuery(
            "from ChecklistTemplate t where t.kind = :kind", ChecklistTemplate.class)
        .setParameter("kind", kind)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  Uni<List<ChecklistTemplate>> all(Mutiny.Session session) {
    return session
        .createSelectionQuery("from ChecklistTemplate t order by t.kind", ChecklistTemplate.class)
        .getResultList();
  }
}
