package org.ytterby.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the description of the API off until somebody asks for it: its parts take long to make, and
/// nothing else needs them.
@Configuration(proxyBeanMethods = false)
class DescribedWhenAsked {
    private static final String SPRINGDOC = "org.springdoc.";

    @Bean
    static BeanFactoryPostProcessor springdocMadeLate() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition definition = beans.getBeanDefinition(name);
                if (isOfSpringdoc(definition)) {
                    definition.setLazyInit(true);
                }
            }
        };
    }

    private static boolean isOfSpringdoc(BeanDefinition definition) {
        @Nullable String type = definition.getBeanClassName();
        if (definition instanceof AnnotatedBeanDefinition annotated
                && annotated.getFactoryMethodMetadata() != null) {
            type = annotated.getFactoryMethodMetadata().getDeclaringClassName();
        }
        return type != null && type.startsWith(SPRINGDOC);
    }
}
