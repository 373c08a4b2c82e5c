package org.evenhand.review.growth.checklist.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.Occasion;
import org.evenhand.review.growth.checklist.template.ChecklistTemplate;
import org.evenhand.review.growth.checklist.template.ItemDays;
import org.evenhand.review.growth.checklist.template.TemplateItem;
import org.evenhand.review.growth.checklist.template.TemplateRepository;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins checklists as their template says it at that moment. */
@ApplicationScoped
public class BegunLists {

  private final TemplateRepository templates;
  private final Places places;
  private final ChecklistLapse lapse;
  private final DueWork dueWork;

  BegunLists(TemplateRepository templates, Places places, ChecklistLapse lapse, DueWork dueWork) {
    this.templates = templates;
    this.places = places;
    this.lapse = lapse;
    this.dueWork = dueWork;
  }

  /** Empty where nothing belongs to such a list for this person. */
  public Uni<Optional<Checklist>> begin(
      Mutiny.Session session, Post post, Occasion occasion, Instant at) {
    return templates
        .get(session, occasion.kind())
        .chain(
            template ->
                places
                    .at(session, post.workLocation())
                    .map(days -> list(template, post, occasion, days, at)))
        .call(
            list ->
                list.isEmpty() ? Uni.createFrom().voidItem() : keep(session, post, list.get(), at));
  }

  private static Optional<Checklist> list(
      ChecklistTemplate template, Post post, Occasion occasion, WorkingDays days, Instant at) {
    LocalDate today = days.today(at);
    List<ChecklistItem> items =
        TemplateItem.copied(
            template.items(), post.country(), new ItemDays(days, occasion.on(), today));
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Checklist(Ids.next(), post, occasion, items, today));
  }

  private Uni<Void> keep(Mutiny.Session session, Post post, Checklist list, Instant at) {
    return session
        .persist(list)
        // Somebody may be away by now, or report to somebody else.
        .chain(() -> dueWork.schedule(session, ChecklistWatch.KIND, list.id(), at))
        .chain(() -> lapse.await(session, list, post.workLocation()));
  }
}
