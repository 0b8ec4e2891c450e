package org.reelbench.sdk;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

import org.reelbench.sdk.internal.ComponentReader;
import org.reelbench.sdk.internal.ComponentReader.NotSupported;

/**
 * Writes for each class with {@code @Component} the description that the framework reads: {@code OSGI-INF/NAME.xml}, named by the
 * manifest's {@code Service-Component: OSGI-INF/*.xml}.
 * <p>
 * Used by the compiler, on its thread: {@code javac --processor-path org.reelbench.sdk.jar -processor
 * org.reelbench.sdk.ComponentProcessor}. What it does not know of the annotations is an error at the place where it stands, never
 * left out in silence.
 * <p>
 * Source: OSGi Compendium 8, chapter 112, Declarative Services 1.4.
 */
public final class ComponentProcessor extends AbstractProcessor {

    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

    /** Creates the processor; the compiler does. */
    public ComponentProcessor() {
        // nothing before the compiler hands over its environment
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(COMPONENT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element type : round.getElementsAnnotatedWith(annotation)) {
                describe((TypeElement) type);
            }
        }
        return false;
    }

    private void describe(TypeElement type) {
        try {
            ComponentReader reader = new ComponentReader(processingEnv, type);
            String xml = reader.xml();
            try (Writer out = processingEnv.getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", "OSGI-INF/" + reader.name() + ".xml", type).openWriter()) {
                out.write(xml);
            }
        } catch (NotSupported e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.place());
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR,
                    "the component cannot be described: " + e.getMessage(),
                    type);
        }
    }
}
