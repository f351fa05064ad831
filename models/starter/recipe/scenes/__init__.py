"""Captioned scenes: pictures that are composed of drawings, with their captions in English and Georgian."""
