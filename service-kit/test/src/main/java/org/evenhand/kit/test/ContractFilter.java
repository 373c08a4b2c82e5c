package org.evenhand.kit.test;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/**
 * Checks each answer that RestAssured gets against the service's own OpenAPI document. {@link
 * EveryAnswer} adds it to all requests.
 */
public final class ContractFilter implements Filter {

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    ApiContract.check(
        new Answer(
            request.getMethod(),
            URI.create(request.getURI()),
            response.statusCode(),
            response::header,
            response.asString()));
    return response;
  }
}
