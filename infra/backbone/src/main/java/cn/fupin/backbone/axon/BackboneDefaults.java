package cn.fupin.backbone.axon;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** Settings that every service has, weaker than anything a service or its environment says. */
public final class BackboneDefaults implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(
                            new ResourcePropertySource(
                                    "backbone", "classpath:backbone.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
