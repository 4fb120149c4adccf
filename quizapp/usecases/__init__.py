"""Room 5: one module for each thing a person does, with one public function of the same name. None of them commits."""
