package org.reelbench.sdk.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

import org.eclipse.jdt.annotation.Nullable;

/** Looks at annotations by name, so that their classes need not be loaded. */
final class Annotations {

    private final Elements elements;

    Annotations(Elements elements) {
        this.elements = elements;
    }

    /** What an annotation says; what it does not say is not in it. */
    record Values(Map<String, Object> given, Elements elements) {

        Set<String> names() {
            return given.keySet();
        }

        boolean has(String name) {
            return given.containsKey(name);
        }

        String text(String name, String fallback) {
            Object value = given.get(name);
            return value == null ? fallback : one(value);
        }

        /** A constant as descriptions write it: {@code PROTOTYPE_REQUIRED} is {@code prototype_required}. */
        @Nullable
        String enumText(String name) {
            Object value = given.get(name);
            return value == null ? null : one(value).toLowerCase(Locale.ROOT);
        }

        List<String> texts(String name) {
            return given.get(name) instanceof List<?> list
                    ? list.stream().map(AnnotationValue.class::cast).map(value -> one(value.getValue())).toList()
                    : List.of();
        }

        List<String> types(String name) {
            Object value = given.get(name);
            return value == null || value instanceof List ? texts(name) : List.of(one(value));
        }

        private String one(Object value) {
            return switch (value) {
            case DeclaredType type -> elements.getBinaryName((TypeElement) type.asElement()).toString();
            case VariableElement constant -> constant.getSimpleName().toString();
            default -> value.toString();
            };
        }
    }

    boolean has(Element element, String annotation) {
        return mirror(element, annotation) != null;
    }

    Values values(Element element, String annotation) {
        Map<String, Object> given = new LinkedHashMap<>();
        AnnotationMirror mirror = mirror(element, annotation);
        if (mirror != null) {
            Map<ExecutableElement, AnnotationValue> values = new LinkedHashMap<>(mirror.getElementValues());
            values.forEach((name, value) -> given.put(name.getSimpleName().toString(), value.getValue()));
        }
        return new Values(given, elements);
    }

    private static @Nullable AnnotationMirror mirror(Element element, String annotation) {
        for (AnnotationMirror mirror : List.<AnnotationMirror>copyOf(element.getAnnotationMirrors())) {
            if (((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().contentEquals(annotation)) {
                return mirror;
            }
        }
        return null;
    }
}
