/** Tests of the children's lives, with small processes in the services' place. */
package org.sistercities.quickstart.process;
