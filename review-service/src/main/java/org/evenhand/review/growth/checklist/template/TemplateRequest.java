package org.evenhand.review.growth.checklist.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.CountryCode;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.checklist.ItemOwner;
import org.jspecify.annotations.Nullable;

/**
 * What HR says belongs to a list.
 *
 * @param items none so that no list begins
 */
@Schema(
    name = "ChecklistTemplateRequest",
    example =
        """
        {"items": [
          {"owner": "MANAGER", "title": "Speak about what has changed", "offset": 2},
          {"owner": "BUDDY", "title": "Have lunch together", "offset": 5},
          {"owner": "HR", "title": "Check the contract of work", "offset": -5,
           "countries": ["NL"]}]}
        """)
record TemplateRequest(@NotNull @Size(max = 60) List<@NotNull @Valid TemplateItemBody> items) {

  /**
   * @param description absent where the title says it all
   * @param offset in working days
   * @param countries absent for all
   */
  @Schema(name = "ChecklistTemplateItem")
  record TemplateItemBody(
      @NotNull ItemOwner owner,
      @NotNull @PlainText @Size(max = 200) String title,
      @PlainText @Size(max = 2000) @Nullable String description,
      @NotNull @Min(-60) @Max(250) Integer offset,
      @Size(max = 60) @Nullable List<@NotNull @CountryCode String> countries) {

    static TemplateItemBody of(TemplateItem item) {
      return new TemplateItemBody(
          item.owner(),
          item.title(),
          item.description(),
          item.offset(),
          item.countries().isEmpty() ? null : item.countries());
    }

    TemplateItem item() {
      return new TemplateItem(
          owner,
          title,
          description,
          offset,
          Objects.requireNonNullElse(countries, List.<String>of()).stream().distinct().toList());
    }
  }

  List<TemplateItem> read() {
    return items.stream().map(TemplateItemBody::item).toList();
  }
}
