package org.evenhand.review.growth.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.catalogue.CatalogueRequest.CostRequest;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue.
 *
 * @param seat whether the caller has one; nobody reads who else has
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CatalogueEntryView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000801", "state": "PUBLISHED", "kind": "COURSE",
         "title": "Planning with others", "description": "Two days, in a group",
         "criteria": [], "tags": ["planning"], "languages": ["en", "nl-NL"],
         "places": ["Utrecht"], "accessibility": ["STEP_FREE", "CAPTIONS"], "hours": 16,
         "cost": {"amount": "450.00", "currency": "EUR"}, "startsOn": "2027-03-08", "seats": 12,
         "seatsLeft": 3, "seat": false, "actions": ["takeCatalogueSeat"]}
        """)
public record CatalogueEntryView(
    UUID id,
    EntryState state,
    EntryKind kind,
    String title,
    String description,
    List<String> criteria,
    List<String> tags,
    List<String> languages,
    List<String> places,
    List<AccessFeature> accessibility,
    @Nullable Integer hours,
    @Nullable CostRequest cost,
    @Nullable LocalDate startsOn,
    @Nullable Integer seats,
    @Nullable Integer seatsLeft,
    boolean seat,
    List<String> actions) {

  static CatalogueEntryView of(CatalogueEntry entry, boolean keeps, boolean seated) {
    EntryContent content = entry.content();
    Cost cost = content.cost();
    return new CatalogueEntryView(
        entry.id(),
        entry.state(),
        content.kind(),
        content.title(),
        content.description(),
        content.criteria(),
        content.tags(),
        content.languages(),
        content.places(),
        content.accessibility(),
        content.hours(),
        cost == null ? null : new CostRequest(cost.amount(), cost.currency()),
        content.startsOn(),
        entry.seats().orElse(null),
        entry.seatsLeft().orElse(null),
        seated,
        entry.operations().stream().filter(each -> isOpen(each, entry, keeps, seated)).toList());
  }

  private static boolean isOpen(
      String operation, CatalogueEntry entry, boolean keeps, boolean seated) {
    return switch (operation) {
      case "takeCatalogueSeat" -> !seated && entry.seatsLeft().map(left -> left > 0).orElse(true);
      case "leaveCatalogueSeat" -> seated;
      default -> keeps;
    };
  }
}
