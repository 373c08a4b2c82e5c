package org.evenhand.kit.data.caller;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every resource: closes its operations with 403 employee-unknown to a person whom the directory
 * doesn't know, or who has left. The check comes after the request was found well-formed, which
 * doesn't depend on the caller, and before anything else is looked up.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownCaller {}
