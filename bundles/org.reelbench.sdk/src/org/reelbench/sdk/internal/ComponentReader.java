package org.reelbench.sdk.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.sdk.internal.Annotations.Values;

/** Reads one class with {@code @Component} and writes its description. On the compiler's thread. */
public final class ComponentReader {

    private static final String PACKAGE = "org.osgi.service.component.annotations.";
    private static final String PROPERTY_TYPE = PACKAGE + "ComponentPropertyType";
    private static final Set<String> KNOWN = Set.of("name", "service", "property", "immediate", "enabled", "configurationPolicy",
            "configurationPid", "scope");
    private static final Set<String> KNOWN_IN_REFERENCE = Set.of("name", "service", "cardinality", "policy", "policyOption",
            "target", "unbind", "updated", "scope");

    private final ProcessingEnvironment environment;
    private final TypeElement type;
    private final Annotations annotations;
    private final Values component;
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, String> lifecycle = new LinkedHashMap<>();
    private int constructorParameters;

    /** Something that the description cannot say. */
    public static final class NotSupported extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Element place;

        NotSupported(Element place, String message) {
            super(message);
            this.place = place;
        }

        /** Where it stands. */
        public Element place() {
            return place;
        }
    }

    /** One service that is asked for, as the attributes of its element. */
    private record Reference(Map<String, String> attributes) {
    }

    /** Creates the reader of a class. */
    public ComponentReader(ProcessingEnvironment environment, TypeElement type) throws NotSupported {
        this.environment = environment;
        this.type = type;
        annotations = new Annotations(environment.getElementUtils());
        component = annotations.values(type, PACKAGE + "Component");
        refuseUnknown(type, component, KNOWN);
    }

    /** The component's name. */
    public String name() {
        return component.text("name", binaryName());
    }

    private String binaryName() {
        return environment.getElementUtils().getBinaryName(type).toString();
    }

    /** The description. */
    public String xml() throws NotSupported {
        if (type.getModifiers().contains(Modifier.ABSTRACT) || type.getNestingKind().isNested() && !isStatic(type)) {
            throw new NotSupported(type,
                    "a component is a class that the framework can make: not abstract, nested only if static");
        }
        for (AnnotationMirror other : List.<AnnotationMirror>copyOf(type.getAnnotationMirrors())) {
            Element kind = other.getAnnotationType().asElement();
            if (annotations.has(kind, PROPERTY_TYPE)) {
                throw new NotSupported(type,
                        "@" + kind.getSimpleName() + " is not known here; say property = \"KEY=VALUE\" instead");
            }
        }
        readMembers();
        return new ComponentXml(name(), binaryName(), component, services(), lifecycle, constructorParameters,
                references.stream().map(Reference::attributes).toList()).text(type);
    }

    private List<String> services() {
        List<String> named = component.types("service");
        if (component.has("service")) {
            return named;
        }
        return type.getInterfaces().stream().map(this::erased).toList();
    }

    private void readMembers() throws NotSupported {
        boolean activated = false;
        for (Element member : members()) {
            boolean activates = annotations.has(member, PACKAGE + "Activate");
            if (member instanceof ExecutableElement constructor && member.getKind() == ElementKind.CONSTRUCTOR) {
                if (activates) {
                    readConstructor(constructor);
                }
                continue;
            }
            if (activates && member.getKind() == ElementKind.FIELD) {
                throw new NotSupported(member, "@Activate on a field is not known here; take it in the constructor");
            }
            for (String step : List.of("Activate", "Deactivate", "Modified")) {
                if (annotations.has(member, PACKAGE + step)) {
                    lifecycle.put(step.toLowerCase(Locale.ROOT), member.getSimpleName().toString());
                }
            }
            if (annotations.has(member, PACKAGE + "Reference")) {
                references.add(member instanceof ExecutableElement method ? ofMethod(method) : ofField((VariableElement) member));
            }
            activated |= activates;
        }
        if (activated && constructorParameters > 0) {
            throw new NotSupported(type, "@Activate stands at a constructor and at a method; one of them is enough");
        }
    }

    private List<Element> members() {
        return List.copyOf(environment.getElementUtils().getAllMembers(type));
    }

    private void readConstructor(ExecutableElement constructor) throws NotSupported {
        if (!constructor.getModifiers().contains(Modifier.PUBLIC)) {
            throw new NotSupported(constructor, "the constructor with @Activate is public");
        }
        List<VariableElement> parameters = List.copyOf(constructor.getParameters());
        constructorParameters = parameters.size();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            if (annotations.has(parameter, PACKAGE + "Reference")) {
                Map<String, String> attributes = asked(parameter, parameter.getSimpleName().toString(), parameter.asType());
                attributes.put("parameter", Integer.toString(i));
                references.add(new Reference(attributes));
            } else if (!Set.of("org.osgi.framework.BundleContext", "org.osgi.service.component.ComponentContext", "java.util.Map")
                    .contains(erased(parameter.asType()))) {
                throw new NotSupported(parameter,
                        "a parameter is a service with @Reference, BundleContext, ComponentContext or Map");
            }
        }
    }

    private Reference ofField(VariableElement field) throws NotSupported {
        Map<String, String> attributes = asked(field, field.getSimpleName().toString(), field.asType());
        attributes.put("field", field.getSimpleName().toString());
        if (field.getModifiers().contains(Modifier.VOLATILE)) {
            attributes.putIfAbsent("policy", "dynamic");
        }
        return new Reference(attributes);
    }

    private Reference ofMethod(ExecutableElement method) throws NotSupported {
        List<VariableElement> parameters = List.copyOf(method.getParameters());
        if (parameters.isEmpty()) {
            throw new NotSupported(method, "a method with @Reference takes the service");
        }
        String bind = method.getSimpleName().toString();
        String prefix = List.of("bind", "set", "add").stream().filter(bind::startsWith).findFirst().orElse("");
        String rest = bind.substring(prefix.length());
        Map<String, String> attributes = asked(method, rest.isEmpty() ? bind : rest, parameters.getFirst().asType());
        attributes.put("bind", bind);
        Values values = annotations.values(method, PACKAGE + "Reference");
        String usual = switch (prefix) {
        case "add" -> "remove" + rest;
        case "" -> "un" + bind;
        default -> "un" + prefix + rest;
        };
        String unbind = values.text("unbind", usual);
        if (!unbind.equals("-") && members().stream()
                .anyMatch(member -> member.getSimpleName().contentEquals(unbind))) {
            attributes.put("unbind", unbind);
        } else if (values.has("unbind") && !unbind.equals("-")) {
            throw new NotSupported(method, "there is no method " + unbind);
        }
        if (!values.text("updated", "-").equals("-")) {
            attributes.put("updated", values.text("updated", "-"));
        }
        return new Reference(attributes);
    }

    /** What all kinds of references have in common. */
    private Map<String, String> asked(Element place, String name, TypeMirror asked) throws NotSupported {
        Values values = annotations.values(place, PACKAGE + "Reference");
        refuseUnknown(place, values, KNOWN_IN_REFERENCE);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", values.text("name", name));
        boolean many = place.getKind() != ElementKind.METHOD
                && Set.of("java.util.List", "java.util.Collection").contains(erased(asked));
        List<String> named = values.types("service");
        attributes.put("interface", named.isEmpty() ? erased(many ? element(place, asked) : asked) : named.getFirst());
        String cardinality = values.text("cardinality", many ? "MULTIPLE" : "MANDATORY");
        attributes.put("cardinality", switch (cardinality) {
        case "OPTIONAL" -> "0..1";
        case "MULTIPLE" -> "0..n";
        case "AT_LEAST_ONE" -> "1..n";
        default -> "1..1";
        });
        put(attributes, "policy", values.enumText("policy"));
        put(attributes, "policy-option", values.enumText("policyOption"));
        put(attributes, "scope", values.enumText("scope"));
        put(attributes, "target", values.has("target") ? values.text("target", "") : null);
        if (many) {
            attributes.put("field-collection-type", "service");
        }
        return attributes;
    }

    private TypeMirror element(Element place, TypeMirror collection) throws NotSupported {
        List<TypeMirror> arguments = List.copyOf(((DeclaredType) collection).getTypeArguments());
        if (arguments.size() != 1 || arguments.getFirst().getKind() != TypeKind.DECLARED) {
            throw new NotSupported(place, "the collection says of which services: List<Service>");
        }
        return arguments.getFirst();
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static void refuseUnknown(Element place, Values values, Set<String> known) throws NotSupported {
        for (String name : values.names()) {
            if (!known.contains(name)) {
                throw new NotSupported(place,
                        "'" + name + "' is not known here; what is: " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    private String erased(TypeMirror mirror) {
        TypeMirror erased = environment.getTypeUtils().erasure(mirror);
        Element element = environment.getTypeUtils().asElement(erased);
        return element instanceof TypeElement named
                ? environment.getElementUtils().getBinaryName(named).toString()
                : erased.toString();
    }
}
