package org.sistercities.platform.testing.api;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The endpoints of a running service as operations of an OpenAPI description. */
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");
    private static final Set<String> WRAPPERS =
            Set.of("ResponseEntity", "HttpEntity", "Mono", "Flux", "ServerSentEvent");
    private final Schemas schemas;
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final Map<String, List<String>> variables = new TreeMap<>();
    private final Map<String, Integer> ids = new TreeMap<>();

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Map<String, Object>> of(ApplicationContext context) {
        var found = new TreeMap<String, Runnable>(); // in an order that does not change
        for (var mapping :
                context.getBeansOfType(RequestMappingHandlerMapping.class).values())
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!handler.getBeanType().getName().startsWith("org.sistercities")) return;
                for (var pattern : info.getPatternsCondition().getPatterns())
                    for (var method : info.getMethodsCondition().getMethods())
                        found.put(
                                pattern.getPatternString() + " " + method + " " + info.getProducesCondition(),
                                () -> add(pattern.getPatternString(), method.asHttpMethod(), info, handler));
            });
        found.values().forEach(Runnable::run);
        return paths;
    }

    private void add(String pattern, HttpMethod method, RequestMappingInfo info, HandlerMethod handler) {
        var names = new ArrayList<String>();
        var forms = new TreeMap<String, String>();
        VARIABLE.matcher(pattern).results().forEach(variable -> {
            names.add(variable.group(1));
            if (variable.group(2) != null) forms.put(variable.group(1), variable.group(2));
        });
        var shape = VARIABLE.matcher(pattern).replaceAll("{}");
        var published = variables.computeIfAbsent(shape, any -> names); // one path has one name for each variable
        var path = shape;
        for (var name : published) path = path.replaceFirst("\\{}", "{" + name + "}");
        var operations = paths.computeIfAbsent(path, any -> new TreeMap<>());
        var operation = operation(info, handler, names, published, forms);
        operations.merge(method.name().toLowerCase(java.util.Locale.ROOT), operation, Operations::together);
    }

    private Map<String, Object> operation(
            RequestMappingInfo info,
            HandlerMethod handler,
            List<String> names,
            List<String> published,
            Map<String, String> forms) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", id(handler));
        operation.put("tags", List.of(room(handler)));
        Words.about(handler.getMethod()).ifPresent(text -> operation.put("description", text));
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : handler.getMethodParameters())
            parameters.addAll(parameters(parameter, names, published, forms));
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        body(info, handler).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses(info, handler));
        var roles = roles(handler);
        operation.put("security", roles.isEmpty() ? List.of() : List.of(Map.of("bearer", List.of())));
        if (!roles.isEmpty()) operation.put("x-roles", roles);
        return operation;
    }

    /** The same path and method once more, for another media type: the answers stand beside each other. */
    private static Object together(Object one, Object other) {
        Json.in(one, "responses").forEach((status, response) -> {
            var more = Json.in(Json.in(Json.in(other, "responses"), status), "content");
            if (!more.isEmpty()) Json.in(response, "content").putAll(more);
        });
        return one;
    }

    private List<Map<String, Object>> parameters(
            MethodParameter parameter, List<String> names, List<String> published, Map<String, String> forms) {
        var type = ResolvableType.forMethodParameter(parameter);
        var name = parameter.getParameter().getName();
        var inPath = parameter.getParameterAnnotation(PathVariable.class);
        if (inPath != null) {
            var own = inPath.value().isEmpty() ? name : inPath.value();
            var schema = new LinkedHashMap<>(schemas.ofText(type));
            if (forms.containsKey(own)) schema.put("pattern", "^" + forms.get(own) + "$");
            return List.of(parameter("path", published.get(names.indexOf(own)), true, schema));
        }
        var inHeader = parameter.getParameterAnnotation(RequestHeader.class);
        if (inHeader != null) {
            var isRequired = inHeader.required()
                    && inHeader.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && !isOptional(type);
            return List.of(parameter(
                    "header",
                    inHeader.value().isEmpty() ? inHeader.name() : inHeader.value(),
                    isRequired,
                    constrained(type, parameter)));
        }
        var inQuery = parameter.getParameterAnnotation(RequestParam.class);
        if (inQuery != null) return List.of(query(inQuery, name, type, parameter));
        return isOfQuery(parameter) ? ofRecord(type) : List.of();
    }

    private Map<String, Object> query(
            RequestParam annotation, String name, ResolvableType type, MethodParameter parameter) {
        var schema = constrained(type, parameter);
        var hasDefault = !annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (hasDefault) schema.put("default", annotation.defaultValue());
        return parameter(
                "query",
                annotation.value().isEmpty() ? name : annotation.value(),
                annotation.required() && !hasDefault && !isOptional(type),
                schema);
    }

    /** A record of ours that is neither the body nor something the platform provides: its components come from the query. */
    private static boolean isOfQuery(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.isRecord()
                && !parameter.hasParameterAnnotation(RequestBody.class)
                && !type.getName().startsWith("org.sistercities.platform.");
    }

    private List<Map<String, Object>> ofRecord(ResolvableType type) {
        var parameters = new ArrayList<Map<String, Object>>();
        for (var component : type.toClass().getRecordComponents()) {
            var renamed = Arrays.stream(
                            type.toClass().getDeclaredConstructors()[0].getParameters())
                    .filter(parameter -> parameter.getName().equals(component.getName()))
                    .map(parameter -> parameter.getAnnotation(BindParam.class))
                    .filter(java.util.Objects::nonNull)
                    .map(BindParam::value)
                    .findFirst();
            var part = ResolvableType.forType(component.getGenericType(), type);
            if (part.toClass().isRecord()
                    && part.toClass().getRecordComponents().length > 1
                    && !readsText(part.toClass())) parameters.addAll(ofRecord(part));
            else
                parameters.add(parameter(
                        "query",
                        renamed.orElse(component.getName()),
                        false,
                        new LinkedHashMap<>(schemas.ofText(part))));
        }
        return parameters;
    }

    private static boolean readsText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> Set.of("valueOf", "of", "from").contains(method.getName())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
    }

    private Map<String, Object> constrained(ResolvableType type, MethodParameter parameter) {
        var schema = new LinkedHashMap<>(schemas.ofText(type));
        Schemas.constrain(schema, parameter.getParameter());
        return schema;
    }

    private static Map<String, Object> parameter(
            String in, String name, boolean isRequired, Map<String, Object> schema) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("in", in);
        parameter.put("name", name);
        if (isRequired) parameter.put("required", true);
        parameter.put("schema", schema);
        return parameter;
    }

    private Optional<Map<String, Object>> body(RequestMappingInfo info, HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .map(parameter -> {
                    var type = unwrapped(ResolvableType.forMethodParameter(parameter));
                    var types = info.getConsumesCondition().getConsumableMediaTypes();
                    var isJson = types.isEmpty() || types.contains(MediaType.APPLICATION_JSON);
                    return Map.of(
                            "required",
                            parameter.getParameterAnnotation(RequestBody.class).required(),
                            "content",
                            content(types, isJson ? schemas.ofRequest(type) : Map.of()));
                });
    }

    private Map<String, Object> responses(RequestMappingInfo info, HandlerMethod handler) {
        var type = unwrapped(ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType()));
        var response = new LinkedHashMap<String, Object>();
        response.put("description", "What was asked for.");
        var isNothing = type.toClass().equals(void.class) || type.toClass().equals(Void.class);
        if (!isNothing) response.put("content", answers(info, type));
        return new TreeMap<>(Map.of(
                status(handler.getMethod()), response, "default", Map.of("$ref", "#/components/responses/Problem")));
    }

    /** Of bytes nobody knows what they are unless the endpoint says so. */
    private Map<String, Object> answers(RequestMappingInfo info, ResolvableType type) {
        var raw = type.toClass();
        var isBytes = raw.equals(byte[].class) || raw.getName().startsWith("org.springframework.");
        var declared = List.copyOf(info.getProducesCondition().getProducibleMediaTypes());
        if (isBytes) return content(declared.isEmpty() ? List.of(MediaType.ALL) : declared, Map.of());
        return content(declared, schemas.ofAnswer(type));
    }

    /** A controller that makes the whole answer itself decides the status, too: any that says that it worked. */
    private static String status(Method method) {
        var declared = AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
        if (declared != null) return String.valueOf(declared.code().value());
        return HttpEntity.class.isAssignableFrom(method.getReturnType()) ? "2XX" : "200";
    }

    private static Map<String, Object> content(java.util.Collection<MediaType> types, Map<String, Object> schema) {
        var content = new TreeMap<String, Object>();
        if (types.isEmpty()) content.put("application/json", new TreeMap<>(Map.of("schema", schema)));
        for (var type : types)
            content.put(type.getType() + "/" + type.getSubtype(), new TreeMap<>(Map.of("schema", schema)));
        return content;
    }

    private static ResolvableType unwrapped(ResolvableType type) {
        var raw = type.toClass();
        return WRAPPERS.contains(raw.getSimpleName())
                        && type.hasGenerics()
                        && (HttpEntity.class.isAssignableFrom(raw)
                                || raw.equals(ServerSentEvent.class)
                                || raw.getName().startsWith("reactor."))
                ? unwrapped(type.getGeneric())
                : type;
    }

    private static boolean isOptional(ResolvableType type) {
        return Optional.class.equals(type.toClass());
    }

    private String id(HandlerMethod handler) {
        var controller = handler.getBeanType().getSimpleName().replaceAll("Controller$", "");
        var name = handler.getMethod().getName();
        var id = Character.toLowerCase(controller.charAt(0))
                + controller.substring(1)
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1);
        int n = ids.merge(id, 1, Integer::sum);
        return n == 1 ? id : id + n;
    }

    private static String room(HandlerMethod handler) {
        var name = handler.getBeanType().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> roles(HandlerMethod handler) {
        @Nullable AllowedFor own = handler.getMethodAnnotation(AllowedFor.class);
        if (own == null && handler.hasMethodAnnotation(Public.class)) return List.of();
        if (own == null) own = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedFor.class);
        return own == null
                ? List.of()
                : Arrays.stream(own.value()).map(Role::claim).sorted().toList();
    }
}
