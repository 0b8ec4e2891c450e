package org.reelbench.ops.internal;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.Meter;
import org.slf4j.LoggerFactory;

/** The numbers as a bean of the platform's JMX server: an attribute for each meter that is told at the moment, read only. */
@Component(service = ReadingsBean.class, immediate = true)
public final class ReadingsBean implements DynamicMBean {

    static final String NAME = "org.reelbench:type=Meters";

    private final Readings readings;
    private final ObjectName name;

    /**
     * Registers the bean.
     *
     * @param readings what there is to tell
     * @throws JMException if another of its name is registered
     */
    @Activate
    public ReadingsBean(@Reference Readings readings) throws JMException {
        this.readings = readings;
        name = new ObjectName(NAME);
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, name);
    }

    /** Takes the bean back. */
    @Deactivate
    public void stop() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            LoggerFactory.getLogger(ReadingsBean.class).warn("{} could not be taken back", NAME, e);
        }
    }

    private Map<String, Meter> meters() {
        Map<String, Meter> meters = new LinkedHashMap<>();
        readings.meters().forEach(meter -> meters.put(Readings.key(meter), meter));
        return meters;
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
        Meter meter = meters().get(attribute);
        if (meter == null) {
            throw new AttributeNotFoundException(attribute);
        }
        return meter.value();
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
        Map<String, Meter> meters = meters();
        AttributeList values = new AttributeList();
        for (String attribute : attributes) {
            Meter meter = meters.get(attribute);
            if (meter != null) {
                values.add(new Attribute(attribute, meter.value()));
            }
        }
        return values;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " can only be read");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] parameters, String[] signature) {
        throw new UnsupportedOperationException(action);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = meters().entrySet().stream()
                .map(entry -> new MBeanAttributeInfo(entry.getKey(), "double", entry.getValue().help(), true, false, false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(ReadingsBean.class.getName(), "The numbers that Reelbench tells of itself.", attributes, null, null,
                null);
    }
}
