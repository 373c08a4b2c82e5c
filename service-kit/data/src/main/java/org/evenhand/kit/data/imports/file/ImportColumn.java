package org.evenhand.kit.data.imports.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of file, and the one way in which its cells are read. A cell is read once,
 * when its file comes in; what is staged has one form, so that SQL over staged rows and Java over
 * {@link ImportRow} can't read it differently.
 */
public final class ImportColumn {

  private final String name;
  private final CellForm form;
  private final boolean required;
  private final @Nullable String standing;
  private final @Nullable String blank;

  private ImportColumn(
      String name,
      CellForm form,
      boolean required,
      @Nullable String standing,
      @Nullable String blank) {
    this.name = name;
    this.form = form;
    this.required = required;
    this.standing = standing;
    this.blank = blank;
  }

  private ImportColumn(String name, CellForm form) {
    this(name, form, false, null, null);
  }

  /** Words. */
  public static ImportColumn text(String name, int longest) {
    return new ImportColumn(name, CellForm.text(longest));
  }

  /** A text by which something is known: nothing in it may be invisible. */
  public static ImportColumn key(String name, int longest) {
    return new ImportColumn(name, CellForm.key(longest));
  }

  /** A key that no message may repeat. */
  public static ImportColumn confidential(String name, int longest) {
    return new ImportColumn(name, CellForm.confidential(longest));
  }

  /** A whole number within the bounds, both included. */
  public static ImportColumn number(String name, int least, int greatest) {
    return new ImportColumn(name, CellForm.number(least, greatest));
  }

  public static ImportColumn date(String name) {
    return new ImportColumn(name, CellForm.date());
  }

  /** One of the names of the type's constants. */
  public static <E extends Enum<E>> ImportColumn oneOf(String name, Class<E> type) {
    return new ImportColumn(name, CellForm.oneOf(type));
  }

  /** A country of ISO 3166-1 alpha-2. */
  public static ImportColumn country(String name) {
    return new ImportColumn(name, CellForm.country());
  }

  /** This column, which the header must name and every row must fill. */
  public ImportColumn required() {
    return new ImportColumn(name, form, true, standing, blank);
  }

  /** This column, a blank cell of which is read as if this stood there. */
  public ImportColumn orElse(Enum<?> value) {
    return new ImportColumn(name, form, required, value.name(), blank);
  }

  /** This column, with words for what a blank cell says. */
  public ImportColumn whereBlank(String says) {
    return new ImportColumn(name, form, required, standing, says);
  }

  /** This column, whose cells also have this form. */
  public ImportColumn like(Pattern wanted, String called) {
    return new ImportColumn(name, form.like(wanted, called), required, standing, blank);
  }

  public String name() {
    return name;
  }

  public boolean isRequired() {
    return required;
  }

  /** Whether a cell may be a number where the file can tell numbers from texts. */
  public boolean isNumeric() {
    return form.kind() == CellForm.Kind.NUMBER;
  }

  public boolean isDate() {
    return form.kind() == CellForm.Kind.DATE;
  }

  /** How a cell is written, in words. */
  public String format() {
    return form.words();
  }

  /** All values that there are, where they are few; else none. */
  public List<String> values() {
    return form.values();
  }

  /** What a blank cell is read as. */
  public Optional<String> standing() {
    return Optional.ofNullable(standing);
  }

  /** What a blank cell says, in words. */
  public String blank() {
    if (blank != null) {
      return blank;
    }
    if (required) {
      return "refused";
    }
    return standing == null ? "nothing is said" : standing;
  }

  /** What is wrong with a cell that isn't blank, in the form in which texts are kept. */
  public Optional<String> fault(String text) {
    return form.fault().apply(text);
  }
}
