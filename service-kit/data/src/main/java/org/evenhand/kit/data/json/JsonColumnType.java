package org.evenhand.kit.data.json;

import io.vertx.core.json.Json;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.jspecify.annotations.Nullable;

/**
 * A JSON column that may hold an array. Hibernate Reactive 3.2 always passes a JsonObject to its
 * driver, and so fails on a list of records. Registered in its stead by {@link
 * org.evenhand.kit.data.imports.ImportJob}, the kit's one entity.
 */
public class JsonColumnType extends ReactiveJsonJdbcType {

  /** For Hibernate, which makes it from its registration. */
  public JsonColumnType() {
    this(null);
  }

  private JsonColumnType(@Nullable EmbeddableMappingType embeddable) {
    super(embeddable);
  }

  @Override
  public AggregateJdbcType resolveAggregateJdbcType(
      EmbeddableMappingType embeddable, String sqlType, RuntimeModelCreationContext context) {
    return new JsonColumnType(embeddable);
  }

  @Override
  public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
    return new BasicBinder<>(javaType, this) {
      @Override
      protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
          throws SQLException {
        statement.setObject(
            index, toDriver(JsonColumnType.this.toString(value, javaType, options)));
      }

      @Override
      protected void doBind(
          CallableStatement statement, X value, String name, WrapperOptions options)
          throws SQLException {
        statement.setObject(name, toDriver(JsonColumnType.this.toString(value, javaType, options)));
      }
    };
  }

  @Override
  public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
    return new BasicExtractor<>(javaType, this) {
      @Override
      protected @Nullable X doExtract(ResultSet row, int index, WrapperOptions options)
          throws SQLException {
        return read(row.getObject(index), javaType, options);
      }

      @Override
      protected @Nullable X doExtract(CallableStatement call, int index, WrapperOptions options)
          throws SQLException {
        return read(call.getObject(index), javaType, options);
      }

      @Override
      protected @Nullable X doExtract(CallableStatement call, String name, WrapperOptions options)
          throws SQLException {
        return read(call.getObject(name), javaType, options);
      }
    };
  }

  private <X> @Nullable X read(@Nullable Object value, JavaType<X> javaType, WrapperOptions options)
      throws SQLException {
    return value == null ? null : fromString(Json.encode(value), javaType, options);
  }

  /** JsonObject, JsonArray, or a scalar. */
  private static Object toDriver(String json) {
    return Json.decodeValue(json);
  }
}
